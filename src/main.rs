fn main() {
    page::start();
}
