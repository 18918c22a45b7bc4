import "./style.css";
import { render } from "preact";
import { App } from "./app";
import { Door } from "./sign_in";

const root = document.getElementById("app");
if (root) render(<Door><App /></Door>, root);
