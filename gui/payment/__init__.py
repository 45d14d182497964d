"""One EsnekPOS payment, with everything that happened to it and what can be done now."""
