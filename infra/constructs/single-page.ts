import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

// A path whose last part has no dot is a place in the application, not a file.
const code = `function handler(trigger) {
  var request = trigger.request;
  if (request.uri.split('/').pop().indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
`;

/** Leads every address of the application to its one page; on the pages only, so that the API keeps its own 404. */
export const singlePage = (scope: Construct, id: string): EdgeFunction =>
  new EdgeFunction(scope, id, {
    code: FunctionCode.fromInline(code),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'Places in the application lead to its one page.',
  });
