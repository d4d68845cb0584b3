/**
 * The benchmarks: `npm run bench` runs all, `npm run bench -- repair cost` those that are named. Each prints
 * what it measured, with counts; what needs the data of ../shared says so where that is missing.
 */
interface Bench {
  readonly what: string;
  readonly run: () => Promise<void> | void;
}

const benches: Readonly<Record<string, Bench>> = {
  start: {
    what: 'start-up of the command line',
    run: async () => (await import('./cost.ts')).benchStartUp(),
  },
  cost: {
    what: 'the whole pipeline against a bare pdf.js loop, in CPU time',
    run: async () => (await import('./cost.ts')).benchCost(),
  },
  workers: {
    what: 'two workers against one',
    run: async () => (await import('./cost.ts')).benchWorkers(),
  },
  stages: {
    what: 'pages a second, megabytes a second and peak memory of each stage; the second half of a long book against the first',
    run: async () => (await import('./stages.ts')).benchStages(),
  },
  repair: {
    what: 'cases by class, clean text, dropped sara am',
    run: async () => (await import('./repair.ts')).benchRepair(),
  },
  writers: {
    what: 'character error rate over PDFs of many writers',
    run: async () => (await import('./writers.ts')).benchWriters(),
  },
  segment: {
    what: 'word F1 and speed of the segmentation engines',
    run: async () => (await import('./segment.ts')).benchSegment(),
  },
  years: {
    what: 'years and dates over the labelled cases',
    run: async () => (await import('./years.ts')).benchYears(),
  },
  layout: {
    what: 'reading order, kinds, furniture, folios and cells over the layout truth',
    run: async () => (await import('./layout.ts')).benchLayout(),
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`unknown benchmark: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
for (const [name, { what, run }] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n=== ${name}: ${what}`);
  await run();
}
