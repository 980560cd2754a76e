import type { Json } from '../../lib/json.ts';

/** A resource of a CloudFormation or SAM template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: Json };
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: { readonly [key: string]: Json };
  readonly Condition?: string;
}

export interface Template {
  readonly Resources: { readonly [id: string]: TemplateResource };
  readonly Globals?: { readonly Function?: { readonly [key: string]: Json } };
  readonly Parameters?: { readonly [id: string]: { readonly [key: string]: Json } };
  readonly Outputs?: { readonly [id: string]: Json };
}
