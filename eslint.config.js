import js from "@eslint/js";
import globals from "globals";

// The modules are joined into one script by flowgraph/view/modules.py, which understands only named imports.
const named = {
  selector: "ImportDefaultSpecifier, ImportNamespaceSpecifier, ExportDefaultDeclaration, ExportAllDeclaration",
  message: "only named imports and exports: the modules are joined into one script",
};

// Register text is untrusted: it may become a text node and nothing else.
const markup = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "write",
  "writeln",
  "createContextualFragment",
  "srcdoc",
];

export default [
  js.configs.recommended,
  {
    files: ["flowgraph/view/page/*.js"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: globals.browser },
    rules: {
      curly: "error",
      eqeqeq: "error",
      "max-lines": ["error", { max: 300 }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        ...markup.map((property) => ({ property, message: "build nodes instead" })),
      ],
      "no-restricted-syntax": ["error", named],
      "no-shadow": "error",
      "no-undef": "error",
      "no-unused-vars": "error",
      "no-use-before-define": ["error", { functions: false }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
