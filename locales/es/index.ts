import api from "./api.json";
import auth from "./auth.json";
import demo from "./demo.json";
import desk from "./desk.json";
import errors from "./errors.json";
import home from "./home.json";
import imports from "./imports.json";
import mail from "./mail.json";
import parity from "./parity.json";
import reading from "./reading.json";
import refused from "./refused.json";
import search from "./search.json";
import shell from "./shell.json";
import terms from "./terms.json";
import today from "./today.json";

/** Every room's words; the keys of this language are the types of `t`. */
export default {
  api,
  auth,
  demo,
  desk,
  errors,
  home,
  imports,
  mail,
  parity,
  reading,
  refused,
  search,
  shell,
  terms,
  today,
};
