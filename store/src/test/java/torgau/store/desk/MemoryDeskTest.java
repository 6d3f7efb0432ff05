package torgau.store.desk;

class MemoryDeskTest extends DeskContract {
    private final Desk desk = new MemoryDesk();

    @Override
    Desk open() {
        return desk;
    }
}
