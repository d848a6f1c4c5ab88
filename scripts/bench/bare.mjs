// The least that a server on Node can be: the same bytes with the same headers, or for each POST one row more, or one number.

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

const { mode, port, headers, body, databaseUrl } = JSON.parse(readFileSync(process.argv[2], "utf8"));

function pages() {
  const bytes = Buffer.from(body, "base64");
  return (_request, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  };
}

function rows() {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  return (request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", async () => {
      const { body: words } = JSON.parse(Buffer.concat(chunks));
      const id = randomUUID();
      await pool.query({ name: "insert", text: "INSERT INTO bare (id, body) VALUES ($1, $2)", values: [id, words] });
      const answer = JSON.stringify({ id, body: words });
      response.writeHead(201, {
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  };
}

function updates() {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  return (request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", async () => {
      const { id = 0 } = JSON.parse(Buffer.concat(chunks));
      const text = "UPDATE tally SET count = count + 1 WHERE id = $1 RETURNING count";
      const { rows: counted } = await pool.query({ name: "update", text, values: [id] });
      const answer = JSON.stringify(counted[0]);
      response.writeHead(200, {
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  };
}

const answering = { pages, rows, updates };
createServer(answering[mode]()).listen(port, "127.0.0.1");
