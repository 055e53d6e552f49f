SELECT host, not_before, reason FROM hosts WHERE not_before > :now;
