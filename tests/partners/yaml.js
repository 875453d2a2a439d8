// Each line of input is a text in YAML, each line of output what every reader makes of it: a list of documents.

import { createInterface } from "node:readline";

import { loadAll } from "js-yaml";
import { parseAllDocuments } from "yaml";

const readers = {
  "js-yaml": (text) => loadAll(text),
  yaml: (text) =>
    parseAllDocuments(text).map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  console.log(JSON.stringify(Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(text)]))));
}
