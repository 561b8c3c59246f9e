import { waves } from './waves.ts';

/** A lighthouse that calls: decoration, the text says all. */
export function Lighthouse() {
  return (
    <svg className="art" viewBox="20 -155 560 555" aria-hidden="true" preserveAspectRatio="xMidYMid slice">
      <rect className="w" width="600" height="400" />
      <path className="a" d="M0 340q150 -34 300 -6t300 -10V400H0Z" />
      <path className="a" d="M262 340L278 140h44l16 200Z" />
      <path className="p" d="M275 178h50l3 36h-56ZM269 254h62l3 38h-68Z" />
      <path className="a" d="M266 128h68v14h-68ZM280 90h40v38h-40ZM274 90q26 -34 52 0Z" />
      <circle className="p" cx="300" cy="109" r="9" />
      <path className="s" strokeWidth="5" d="M300 72V54" />
      <path
        className="s"
        strokeWidth="13"
        strokeLinecap="round"
        d="M362 66q26 43 0 86M402 40q44 69 0 138M442 14q62 95 0 190M238 66q-26 43 0 86M198 40q-44 69 0 138M158 14q-62 95 0 190"
      />
      <path
        stroke="var(--w)"
        strokeWidth="4"
        fill="none"
        d={waves([
          [24, 366, 9],
          [340, 380, 11],
          [60, 386, 6],
        ])}
      />
      <path className="a" d="M40 336v-34l22 -18 22 18v34ZM96 330v-26l18 -15 18 15v26ZM486 340v-38l24 -20 24 20v38Z" />
      <path className="p" d="M57 322v-12h10v12ZM110 318v-10h8v10ZM505 324v-13h10v13Z" />
    </svg>
  );
}
