DO $$ DECLARE l record; BEGIN
  FOR l IN SELECT remise FROM a_remettre ORDER BY ordre LOOP EXECUTE l.remise; END LOOP;
  FOR l IN SELECT nom FROM chargee LOOP EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', l.nom); END LOOP;
  IF to_regprocedure('app.recalculer_totaux()') IS NOT NULL THEN PERFORM app.recalculer_totaux(); END IF;
END $$;
