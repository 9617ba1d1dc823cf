import { createContext, useContext } from "react";

/** The nonce of the page being rendered; undefined in the browser, where it has done its work. */
export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(NonceContext);
