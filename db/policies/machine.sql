-- The machine's health: written by every process and read by the operator, through functions.
ALTER TABLE processes ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_turns ENABLE ROW LEVEL SECURITY;
