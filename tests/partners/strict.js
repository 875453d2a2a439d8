// Compiles a published schema in Ajv's strict mode, in which our own keywords and those for editors
// are declared by name.

import { readFileSync } from "node:fs";

import Ajv from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(process.argv[2]));
const ours = new Set(["enumDescriptions", "markdownDescription", "patternErrorMessage"]);
JSON.stringify(schema, (key, value) => {
  if (key.startsWith("x-")) ours.add(key);
  return value;
});

new Ajv({ strict: true, keywords: [...ours] }).compile(schema);
