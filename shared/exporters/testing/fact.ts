/** Something that a deployed stack has or allows, in a form in which both exports can be compared. */
export interface Fact {
  /** `resource`: a resource with one setting; `permission`: who may do what. */
  readonly kind: 'resource' | 'setting' | 'permission';
  readonly text: string;
}
