// Each line of input is a list of documents, each line of output every engine's verdicts on them.
//
//     [{...}]   ->   {"ajv": [true], "cfworker": [true], ...}
//
// The folder of the published schemas is the only argument. Nothing is fetched.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { Validator } from "@cfworker/json-schema";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";

const published = (name) => JSON.parse(readFileSync(join(process.argv[2], `${name}.schema.json`)));

// In its strict mode Ajv refuses a schema with a keyword that nobody declared. The meta-schema has ours.
const strict = { strict: true, keywords: Object.keys(published("meta").properties) };

// A choice between the schema of cases and that of shared documents, as a partner makes it.
const chosen = async (compile, folder = "") => {
  const accepts = { case: await compile(published(`${folder}case`)), shared: await compile(published(`${folder}shared`)) };
  return (document) => accepts[document?.shared === true ? "shared" : "case"](document);
};

const withCfworker = (schema) => {
  const engine = new Validator(schema, "2020-12");
  return (document) => engine.validate(document).valid;
};

const withHyperjump = async (schema) => {
  registerSchema(schema);
  const read = await validate(schema.$id);
  return (document) => read(document).valid;
};

const engines = {
  ajv: await chosen((schema) => new Ajv2020(strict).compile(schema)),
  "ajv, entry schema": new Ajv2020(strict).compile(published("rednotice")),
  "ajv, draft-07": await chosen((schema) => new Ajv07(strict).compile(schema), "draft-07/"),
  "@cfworker/json-schema": await chosen(withCfworker),
  "@hyperjump/json-schema": await chosen(withHyperjump),
};

for await (const line of createInterface({ input: process.stdin })) {
  const documents = JSON.parse(line);
  const verdicts = Object.entries(engines).map(([name, accepts]) => [name, documents.map((one) => Boolean(accepts(one)))]);
  console.log(JSON.stringify(Object.fromEntries(verdicts)));
}
