// The floor of public-page: node:http and nothing else, answering one body with the same headers as the page.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const { headers, file } = JSON.parse(process.argv[2]);
const body = readFileSync(file);
const server = createServer((request, response) => {
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : body);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
