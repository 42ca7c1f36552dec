package questionbank.question;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the {@linkplain TopicRenamings log of topic renamings}. Written only by
 * {@link QuestionWriter}, in its transaction under the writer lock.
 */
@Component
class TopicLedger {

	private final JdbcClient database;

	TopicLedger(JdbcClient database) {
		this.database = database;
	}

	/** Reads the log. */
	TopicRenamings renamings() {
		return new TopicRenamings(this.database
			.sql("select revision, old_name, new_name from topic_renaming where reverted_by is null order by revision")
			.query(TopicRenamings.Entry.class)
			.list());
	}

	/** Reads the log as it will be once a batch is {@linkplain #revert reverted}. */
	TopicRenamings renamingsWithout(long batch) {
		return new TopicRenamings(this.database.sql("""
				select revision, old_name, new_name from topic_renaming where reverted_by is null and not exists (
				select 1 from topic_renaming same where same.revision = :batch
				and same.old_name = topic_renaming.old_name and same.new_name = topic_renaming.new_name)
				order by revision""").param("batch", batch).query(TopicRenamings.Entry.class).list());
	}

	/**
	 * Logs a renaming.
	 * @param batch the first revision of the batch that renames the topic
	 */
	void rename(String from, String to, long batch) {
		this.database.sql("insert into topic_renaming (revision, old_name, new_name) values (:batch, :from, :to)")
			.param("batch", batch)
			.param("from", from)
			.param("to", to)
			.update();
	}

	/**
	 * Marks the renaming of a batch as reverted, before its questions get the old name
	 * back. Includes other batches of the same renaming, as the old name is in use again.
	 * @param undone the batch that is undone, whether or not it renamed a topic
	 * @param batch the batch that undoes it
	 */
	void revert(long undone, long batch) {
		this.database.sql("""
				update topic_renaming set reverted_by = :batch where reverted_by is null and exists (
				select 1 from topic_renaming same where same.revision = :undone
				and same.old_name = topic_renaming.old_name and same.new_name = topic_renaming.new_name)""")
			.param("undone", undone)
			.param("batch", batch)
			.update();
	}

	/**
	 * Logs the inverse renaming of an undone batch, or repeats the renaming that it had
	 * undone, after its questions were written. A name that other questions still have is
	 * not logged as an old name: undoing a merge leaves both names in use.
	 * @param undone the batch that was undone, whether or not it renamed a topic
	 * @param batch the batch that undid it
	 */
	void renameBack(long undone, long batch) {
		this.database
			.sql("""
					insert into topic_renaming (revision, old_name, new_name) select :batch, inverse.old_name, inverse.new_name
					from (select new_name as old_name, old_name as new_name from topic_renaming where revision = :undone
					union select old_name, new_name from topic_renaming where reverted_by = :undone) inverse
					where not exists (select 1 from question where inverse.old_name = any(topics))""")
			.param("undone", undone)
			.param("batch", batch)
			.update();
	}

}
