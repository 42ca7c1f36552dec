package questionbank.operations;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a failed startup whose cause is a file or folder that cannot be used. */
class FolderFailureAnalyzer extends AbstractFailureAnalyzer<FileSystemException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, FileSystemException cause) {
		return new FailureAnalysis("The file or folder " + cause.getFile() + " cannot be used: " + reason(cause) + ".",
				"Let the account that runs the program read and write it, or name other folders: "
						+ "--questionbank.data=FOLDER, and --questionbank.index.folder=FOLDER for the search index.",
				cause);
	}

	/** Returns the reason in words, without the name of the file. */
	static String reason(FileSystemException cause) {
		if (cause instanceof AccessDeniedException) {
			return "access denied";
		}
		if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
			return "it is a file, not a folder";
		}
		return Objects.requireNonNullElse(cause.getReason(), cause.getClass().getSimpleName());
	}

}
