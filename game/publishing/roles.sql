-- Les deux rôles de la base, à créer une fois par le propriétaire de la base :
--   permis publier --roles | psql BASE
-- permis_ecriture : les ordinateurs qui publient. Ajoute et met à jour ; ne supprime ni séance, ni version, ni enveloppe ;
--                   n’ouvre ni ne relit les enveloppes.
-- permis_lecture  : les tableaux de bord. Ne voit que les vues.
-- Ces rôles n’ont pas de mot de passe et ne se connectent pas : donnez-les à un utilisateur qui se connecte.
--   CREATE ROLE cafe_nantes LOGIN; GRANT permis_ecriture TO cafe_nantes; \password cafe_nantes
--   CREATE ROLE metabase LOGIN; GRANT permis_lecture TO metabase; \password metabase
-- On peut le relancer : rien n’est perdu.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'permis_ecriture') THEN
        CREATE ROLE permis_ecriture NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'permis_lecture') THEN
        CREATE ROLE permis_lecture NOLOGIN;
    END IF;
END
$$;

-- Droits
DO $$
DECLARE
    found record;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO permis_ecriture, permis_lecture', current_schema());
    FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename IN (
        'sessions', 'session_versions', 'sendings', 'facilitators', 'teams', 'acts', 'themes', 'labels', 'cards',
        'moods', 'poll', 'words', 'next_steps', 'learnings', 'events')
    LOOP
        EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, permis_lecture', found.tablename);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO permis_ecriture', found.tablename);
    END LOOP;
    FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename IN (
        'sendings', 'facilitators', 'teams', 'acts', 'themes', 'labels', 'cards', 'moods', 'poll', 'words',
        'next_steps', 'learnings', 'events')
    LOOP
        EXECUTE format('GRANT DELETE ON %I TO permis_ecriture', found.tablename);
    END LOOP;
    REVOKE ALL ON envelopes FROM PUBLIC, permis_lecture;
    GRANT SELECT (session_id, id), INSERT ON envelopes TO permis_ecriture;
    GRANT SELECT ON permis_version TO permis_ecriture;
    FOR found IN SELECT viewname FROM pg_views WHERE schemaname = current_schema() AND starts_with(viewname, 'v_')
    LOOP
        EXECUTE format('GRANT SELECT ON %I TO permis_lecture', found.viewname);
    END LOOP;
END
$$;
