package questionbank.operations;

import java.io.IOException;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Shows administrators the state of the installation, and makes and sends backups. */
@Controller
@RequestMapping("/operations")
@Route(access = AccessLevel.ADMINISTRATOR, section = "operations")
class OperationsController {

	private final OperationsModel page;

	private final Backups backups;

	private final BackupFolder folder;

	OperationsController(OperationsModel page, Backups backups, BackupFolder folder) {
		this.page = page;
		this.backups = backups;
		this.folder = folder;
	}

	@GetMapping
	String show(Model model) throws IOException {
		return this.page.show(model);
	}

	@PostMapping("/backups")
	String backUp(RedirectAttributes after) {
		this.backups.start();
		after.addFlashAttribute("notice", "Backup started. Reload this page to see when it is finished.");
		return "redirect:/operations";
	}

	@GetMapping("/backups/{name:[0-9-]{17}}")
	ResponseEntity<Resource> download(@PathVariable String name) {
		var file = this.folder.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.getFileName().toString()).build().toString())
			.body(new FileSystemResource(file));
	}

}
