package questionbank.question;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BankRepository extends Repository<Bank, Short> {

	/** The bank, locked until the end of the transaction. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select b from Bank b")
	Bank lock();

	/** The highest revision id that is committed. */
	@Query("select b.revision from Bank b")
	long revision();

}
