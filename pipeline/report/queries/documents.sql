-- The frames of those of the articles that are official documents.
SELECT
    article_id,
    document_id,
    kind::VARCHAR AS kind,
    issuer,
    parent,
    "number",
    place,
    issued::VARCHAR AS issued,
    signer,
    signer_office,
    on_behalf
FROM documents
JOIN (SELECT unnest($articles) AS article_id) USING (article_id)
ORDER BY article_id, document_id
