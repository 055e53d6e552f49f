SELECT count(*) FILTER (WHERE outcome <> 'pending' OR reason IS NOT NULL), count(*) FROM visits WHERE run_id = :run;
