import { waves } from './waves.ts';

/** A ship at the quay under its crane: decoration, the text says all. */
export function Ship() {
  return (
    <svg className="art" viewBox="30 -155 560 555" aria-hidden="true" preserveAspectRatio="xMidYMid slice">
      <rect className="w" width="600" height="400" />
      <circle className="sun" cx="150" cy="168" r="92" />
      <path className="t" d="M66.5 206.6h167.0M71.3 215.6h157.4M77.5 224.6h145.0M85.5 233.6h128.9M96.2 242.6h107.6M111.7 251.6h76.6" />
      <path
        className="s"
        strokeWidth="9"
        strokeLinejoin="round"
        d="M430 330V92M524 330V92M410 92H596M430 190H524M430 330L524 190M430 190L524 92"
      />
      <path className="s" strokeWidth="9" d="M262 92H430" />
      <path className="s" strokeWidth="5" d="M477 38L262 92M477 38L596 92M477 38V92" />
      <path className="s" strokeWidth="4" d="M308 92V150M344 92V150" />
      <path className="a" d="M288 150h76v34h-76Z" />
      <path stroke="var(--w)" strokeWidth="3" d="M303 156v22M318 156v22M334 156v22M349 156v22" />
      <path className="a" d="M52 292H398l-34 66H92Z" />
      <path className="a" d="M76 222h42v70H76Z" />
      <path className="p" d="M84 232h10v10H84ZM100 232h10v10h-10Z" />
      <path className="a" d="M136 258h58v30h-58ZM260 258h58v30h-58ZM198 224h58v30h-58ZM322 258h46v30h-46Z" />
      <path className="p" stroke="var(--a)" strokeWidth="4" d="M138 226h54v26h-54ZM200 260h54v26h-54ZM262 226h54v26h-54Z" />
      <path className="p" d="M108 312h150v6H108Z" />
      <path className="a" d="M406 330h194v16H406Z" />
      <path
        className="t"
        strokeWidth="4"
        d={waves([
          [0, 366, 25],
          [12, 380, 25],
          [0, 394, 25],
        ])}
      />
    </svg>
  );
}
