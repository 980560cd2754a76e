import { defineMechanism } from '../connection.ts';

/** An entry in a subnet's route table; the VPC writes the routes of all its subnets. */
export const route = defineMechanism({
  id: 'route',
  family: 'network',
  title: 'Route',
  explain:
    'A route table says where traffic goes that is not for the VPC itself. An arrow to a NAT gateway makes it the default route of the subnet; an arrow to a gateway endpoint adds the addresses of S3 or DynamoDB to the table. A public subnet keeps its default route to the internet gateway.',
});
