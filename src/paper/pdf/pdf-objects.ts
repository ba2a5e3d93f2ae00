// The numbered objects of a PDF file, as bytes. Nothing in it depends on when or where it is
// written: the same marks are the same bytes.

/** Puts objects in and gives the file out. Numbers are given before objects are there. */
export interface PdfFile {
  readonly reserve: () => number;
  readonly setObject: (number: number, text: string) => void;
  readonly setStream: (number: number, dictionary: string, bytes: Uint8Array) => void;
  readonly finish: (root: number) => Uint8Array<ArrayBuffer>;
}

export function pdfFile(): PdfFile {
  const objects: Uint8Array[] = [];
  return {
    reserve: () => objects.push(new Uint8Array()),
    setObject(number, text) {
      objects[number - 1] = latin(`${number} 0 obj\n${text}\nendobj\n`);
    },
    setStream(number, dictionary, bytes) {
      const head = `${number} 0 obj\n<<${dictionary}/Length ${bytes.length}>>\nstream\n`;
      objects[number - 1] = joined([latin(head), bytes, latin('\nendstream\nendobj\n')]);
    },
    finish(root) {
      // The second line tells programs that copy files that this one is no text.
      const head = latin('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n');
      let offset = head.length;
      const table = objects.map((bytes) => {
        const line = `${String(offset).padStart(10, '0')} 00000 n \n`;
        offset += bytes.length;
        return line;
      });
      const size = objects.length + 1;
      const tail = [
        `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}`,
        `trailer\n<</Size ${size}/Root ${root} 0 R>>\nstartxref\n${offset}\n%%EOF\n`,
      ];
      return joined([head, ...objects, latin(tail.join(''))]);
    },
  };
}

/** A text of single bytes. */
export function latin(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A number without superfluous digits; a hundredth of a point is a three-hundredth of a mm. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
