package questionbank.question;

import java.util.Collection;
import java.util.HashSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the {@linkplain TopicRenamings log of topic renamings}. It is written in the
 * transactions of {@link QuestionLedger}, under the writer lock.
 */
@Component
class TopicLedger {

	private final JdbcClient database;

	TopicLedger(JdbcClient database) {
		this.database = database;
	}

	TopicRenamings renamings() {
		return new TopicRenamings(this.database
			.sql("select revision, old_name, new_name from topic_renaming where reverted_by is null order by revision")
			.query(TopicRenamings.Entry.class)
			.list());
	}

	/**
	 * The draft with the present names of its topics, so that no old name comes back by a
	 * form, an import or an old revision.
	 * @param known topics that stay as they are
	 */
	QuestionDraft current(QuestionDraft draft, Collection<String> known) {
		var added = new HashSet<>(draft.topics());
		added.removeAll(known);
		if (added.isEmpty()) {
			return draft;
		}
		var renamings = renamings();
		return draft.withTopics((topic) -> added.contains(topic) ? renamings.current(topic) : topic);
	}

	/**
	 * Notes a renaming.
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
	 * Takes a renaming out of the log, before its questions get the old name back; all
	 * parts of it, as the old name is in use again.
	 * @param undone the batch that is undone, of whatever kind
	 * @param batch the batch that undoes it
	 */
	void revert(long undone, long batch) {
		this.database.sql("""
				update topic_renaming set reverted_by = :batch where reverted_by is null and exists (
				select 1 from topic_renaming one where one.revision = :undone
				and one.old_name = topic_renaming.old_name and one.new_name = topic_renaming.new_name)""")
			.param("undone", undone)
			.param("batch", batch)
			.update();
	}

	/**
	 * Notes a renaming back, or the renaming that is made again by undoing that, after
	 * its questions were written. A name that other questions still have is not lost: so
	 * it is where a merge is undone.
	 * @param undone the batch that was undone, of whatever kind
	 * @param batch the batch that undid it
	 */
	void renameBack(long undone, long batch) {
		this.database.sql("""
				insert into topic_renaming (revision, old_name, new_name) select :batch, lost.old_name, lost.new_name
				from (select new_name as old_name, old_name as new_name from topic_renaming where revision = :undone
				union select old_name, new_name from topic_renaming where reverted_by = :undone) lost
				where not exists (select 1 from question where lost.old_name = any(topics))""")
			.param("undone", undone)
			.param("batch", batch)
			.update();
	}

}
