SELECT url FROM urls WHERE url IN (SELECT value FROM json_each(:urls));
