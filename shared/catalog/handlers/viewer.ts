/*
 * CloudFront Functions as people start with them. `var`, because cloudfront-js-1.0 knows neither const nor let.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */

const request = `function handler(event) {
  var request = event.request;

  // A folder means the page in it.
  if (request.uri.endsWith('/')) {
    request.uri += 'index.html';
  }

  return request;
}
`;

const response = `function handler(event) {
  var response = event.response;

  response.headers['strict-transport-security'] = {
    value: 'max-age=63072000; includeSubDomains',
  };
  response.headers['x-content-type-options'] = { value: 'nosniff' };

  return response;
}
`;

/** A small working CloudFront Function for an event. */
export const viewerFunctionCode = (eventType: string): string =>
  eventType === 'viewer-response' ? response : request;
