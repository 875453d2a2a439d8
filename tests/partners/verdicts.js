// Each line of input holds a schema's name and documents, each line of output every engine's verdicts on them.
//
//     {"schema": "case", "documents": [{...}]}   ->   {"ajv": [true], "cfworker": [true], "hyperjump": [true]}
//
// The folder of the published schemas is the only argument. Nothing is fetched.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { Validator } from "@cfworker/json-schema";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import Ajv from "ajv/dist/2020.js";

const published = (name) => JSON.parse(readFileSync(join(process.argv[2], `${name}.schema.json`)));

const withHyperjump = async (schema) => {
  registerSchema(schema);
  const read = await validate(schema.$id);
  return (document) => read(document).valid;
};

const engines = {};
for (const name of ["case", "shared"]) {
  const cfworker = new Validator(published(name), "2020-12");
  engines[name] = {
    ajv: new Ajv({ strict: false }).compile(published(name)),
    cfworker: (document) => cfworker.validate(document).valid,
    hyperjump: await withHyperjump(published(name)),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, documents } = JSON.parse(line);
  const verdicts = Object.entries(engines[schema]).map(([name, accepts]) => [
    name,
    documents.map((document) => Boolean(accepts(document))),
  ]);
  console.log(JSON.stringify(Object.fromEntries(verdicts)));
}
