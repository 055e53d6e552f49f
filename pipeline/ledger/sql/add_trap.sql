INSERT INTO traps (run_id, source, trap, example, times) VALUES (:run, :source, :trap, :example, 1)
ON CONFLICT DO UPDATE SET times = times + 1;
