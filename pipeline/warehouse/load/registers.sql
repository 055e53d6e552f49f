-- What is known beforehand.

INSERT INTO provinces SELECT name, type, name_now, valid_from, valid_to FROM known_provinces ORDER BY name;

INSERT INTO award_families SELECT award, name, english FROM known_families ORDER BY award;

INSERT INTO campaign_aliases SELECT campaign_id, alias FROM registered_aliases ORDER BY campaign_id, alias;

INSERT INTO campaign_phases SELECT campaign_id, period, decision FROM registered_phases ORDER BY campaign_id, period;
