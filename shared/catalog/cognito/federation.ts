/** Who vouches for the users of whom. */
export interface Federation {
  readonly from: 'user-pool' | 'provider';
  readonly into: 'user-pool' | 'identity-pool' | 'role';
}
