/* The peers on Node: docxtemplater and carbone behind the protocol of benches/worker.py.

   node node.js SETUP, where SETUP is JSON: {"peer", "modules", "template", "context", "rows"}.
   Requests come as lines on standard input, answers go out as lines on standard output. */
"use strict";

const fs = require("fs");
const path = require("path");
const readline = require("readline");

const answer = (value) => fs.writeSync(1, `${JSON.stringify(value)}\n`);

function readContext(setup) {
  const context = JSON.parse(fs.readFileSync(setup.context, "utf8"));
  if (setup.rows) context.hang = JSON.parse(fs.readFileSync(setup.rows, "utf8"));
  return context;
}

const peers = {
  docxtemplater(setup, need) {
    const PizZip = need("pizzip");
    const Docxtemplater = need("docxtemplater");
    const template = fs.readFileSync(setup.template);
    const context = readContext(setup);
    return async () => {
      const filled = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      filled.render(context);
      return filled.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  carbone(setup, need) {
    const carbone = need("carbone");
    const context = readContext(setup);
    return () =>
      new Promise((resolve, reject) =>
        carbone.render(setup.template, context, (error, made) => (error ? reject(error) : resolve(made))),
      );
  },
};

async function main() {
  const setup = JSON.parse(process.argv[2]);
  let work;
  let made;
  try {
    work = peers[setup.peer](setup, (name) => require(path.join(setup.modules, name)));
  } catch (error) {
    answer({ absent: String(error.message).split("\n")[0] });
    return;
  }
  answer({ ready: true });
  const run = async (calls) => {
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    for (let call = 0; call < calls; call++) made = await work();
    const wall = Number(process.hrtime.bigint() - start) / 1e9 / calls;
    const used = process.cpuUsage(cpu);
    return { wall, cpu: (used.user + used.system) / 1e6 / calls };
  };
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    try {
      if (request.do === "sample") answer(await run(request.calls));
      else if (request.do === "peak") answer({ bytes: process.resourceUsage().maxRSS * 1024 });
      else {
        fs.writeFileSync(request.path, made);
        answer({ bytes: made.length });
      }
    } catch (error) {
      answer({ failed: String(error.message).split("\n")[0] });
    }
  }
}

main();
