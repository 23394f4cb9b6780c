// A path without a file extension is a route of the dashboard, whose single page handles it.
// The store's page is the service's, and stands below the path with a slash.
function handler(event) {
  var request = event.request;
  if (request.uri === '/store') {
    return {
      statusCode: 308,
      statusDescription: 'Permanent Redirect',
      headers: { location: { value: '/store/' }, 'cache-control': { value: 'no-cache' } },
    };
  }
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') < 0) {
    request.uri = '/index.html';
  }
  return request;
}
