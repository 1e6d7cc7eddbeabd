// Counts checks and prints one line per failure.

export class Report {
  passed = 0;
  failed = 0;

  // One check at one place (an address and how it was looked at); each problem says what is wrong and what to do.
  check(place, problems) {
    if (problems.length === 0) this.passed += 1;
    else this.failed += 1;
    for (const problem of problems) console.log(`${place}: ${oneLine(problem)}`);
  }

  print() {
    console.log(`browser: ${this.passed} passed, ${this.failed} failed`);
  }
}

// Playwright's messages have several lines and colours.
function oneLine(problem) {
  return problem.replace(/\u001b\[\d+m/g, '').replace(/\s+/g, ' ').trim();
}
