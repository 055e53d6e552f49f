SELECT kind, number, issued, issuer, signer, on_behalf, count(award_id) AS awards
FROM documents
LEFT JOIN awards USING (article_id)
GROUP BY ALL
ORDER BY issued, number
