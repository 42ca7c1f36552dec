package questionbank.format;

import java.io.IOException;

import questionbank.format.QuestionEntry.Finding;

/** Receives what a reader finds in a file, in the order of the file. */
public interface EntrySink {

	/** Ignores everything. */
	EntrySink NONE = new EntrySink() {

		@Override
		public void entry(QuestionEntry entry) {
		}

		@Override
		public void finding(Finding finding) {
		}

	};

	/** Receives a question, valid or not. */
	void entry(QuestionEntry entry) throws IOException;

	/** Receives a finding about a place where the file has no question. */
	void finding(Finding finding) throws IOException;

}
