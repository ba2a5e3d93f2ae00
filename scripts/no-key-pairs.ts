// Stands in, in the build, for the key pairs of age: backups are locked with a phrase alone, and
// the curves and lattices of the other ways are four fifths of the package's weight. A file locked
// in one of those ways is refused before any of this would be asked
// (src/platform/crypto/age-encryption.ts).

const none: object = new Proxy(
  {},
  {
    get() {
      throw new Error('Backups are locked with a phrase alone.');
    },
  },
);

export { none as MLKEM768P256, none as MLKEM768X25519, none as p256, none as x25519 };
