/* The lease of an errand: its effect comes once, whoever dies, and however slow somebody is.

   A worker claims the errand, which counts its leases up; it works for as long as it likes, while
   the lease may run out; it strikes the errand off and has the effect in one transaction, in which
   the lease's number must still be the newest. A worker may die at any point between transactions.
   -DWITHOUT_THE_LOCK: look and writing come apart. -DUNASKED: nobody asks whether the errand is
   still his to strike off. -DTWO_TRANSACTIONS: the effect is committed first, the striking off afterwards. */

#define WORKERS 3
#define MOST_LEASES 4

byte lease = 0;
bool leased = false;
bool done = false;
byte effects = 0;
bool row = false;

#ifdef WITHOUT_THE_LOCK
#define LOCK skip
#define UNLOCK skip
#else
#define LOCK atomic { !row -> row = true }
#define UNLOCK row = false
#endif

#ifdef UNASKED
#define IS_MINE true
#else
#define IS_MINE !done && lease == mine
#endif

active [WORKERS] proctype Worker() {
    byte mine;
claim:
    mine = 0;
    LOCK;
    if
    :: !done && !leased && lease < MOST_LEASES ->
       mine = lease + 1;
       lease = mine;
       leased = true
    :: else
    fi;
    UNLOCK;
    if
    :: mine == 0 -> goto over     /* another looks again when the lease has run out */
    :: mine != 0 -> goto over     /* killed with the errand in hand */
    :: mine != 0
    fi;
    LOCK;
    if
    :: IS_MINE ->
#ifdef TWO_TRANSACTIONS
       effects++;
       UNLOCK;
       if
       :: goto over               /* killed in between */
       :: skip
       fi;
       LOCK;
       done = true
#else
       atomic { effects++; done = true }
#endif
    :: else
    fi;
    UNLOCK;
    assert(effects <= 1);
over:
    if
    :: goto claim
    :: skip
    fi
}

active proctype Clock() {
    do
    :: atomic { leased && !done -> leased = false }   /* the lease has run out */
    :: done -> break
    :: break
    od
}
