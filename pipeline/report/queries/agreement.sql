-- How far two reviewers agree on the facts that both judged, the most facts first.
SELECT one, other, facts, agreement, kappa
FROM review_agreement
ORDER BY facts DESC, one, other
LIMIT $most
