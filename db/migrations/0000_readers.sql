-- The keys that open a row: '*' everyone; a:<authority>, o:<organisation>, m:<member>, j:<jurisdiction>, s:<sector>,
-- js:<jurisdiction>:<sector>. An empty audience gives no key but the issuing authorities' own.
CREATE FUNCTION readers_of(tlp text, audience jsonb, authorities uuid[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN tlp = 'CLEAR' THEN ARRAY['*']
    ELSE
      coalesce((SELECT array_agg('a:' || a) FROM unnest(authorities) a), '{}')
      || coalesce((SELECT array_agg('m:' || m) FROM jsonb_array_elements_text(audience -> 'members') m), '{}')
      || CASE WHEN tlp = 'RED' THEN '{}' ELSE
        coalesce((SELECT array_agg('o:' || o) FROM jsonb_array_elements_text(audience -> 'organisations') o), '{}')
        || CASE
          WHEN jsonb_array_length(coalesce(audience -> 'jurisdictions', '[]')) > 0
            AND jsonb_array_length(coalesce(audience -> 'sectors', '[]')) > 0
          THEN (SELECT array_agg('js:' || j || ':' || s)
                FROM jsonb_array_elements_text(audience -> 'jurisdictions') j,
                     jsonb_array_elements_text(audience -> 'sectors') s)
          ELSE
            coalesce((SELECT array_agg('j:' || j) FROM jsonb_array_elements_text(audience -> 'jurisdictions') j), '{}')
            || coalesce((SELECT array_agg('s:' || s) FROM jsonb_array_elements_text(audience -> 'sectors') s), '{}')
        END
      END
  END
$$;
