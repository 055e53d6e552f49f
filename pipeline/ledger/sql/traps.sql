SELECT source, trap, example, times FROM traps WHERE run_id = :run ORDER BY source, trap;
