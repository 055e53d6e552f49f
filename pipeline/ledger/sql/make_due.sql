UPDATE urls SET next_try = :now WHERE url = :url;
