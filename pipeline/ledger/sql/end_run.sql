UPDATE runs SET ended_at = :now WHERE run_id = :run;
