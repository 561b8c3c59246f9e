/**
 * What people choose first, without accents, digits or signs: a password that is one of these with something around it is
 * refused. Gathered from the most used Spanish and English passwords (SecLists, NordPass yearly lists).
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
password passwordpassword passw contrasena contrasenia contrasenasegura micontrasena clave claveclave claveacceso misclaves
secreta secreto clavesecreta acceso accesototal administrador administradora administracion admin adminadmin administrator
usuario usuariousuario bienvenido bienvenida bienvenidos welcome welcomewelcome letmein changeme cambiame temporal prueba
pruebas pruebaprueba test testtest testing qwerty qwertyuiop qwertyuiopasdf qwertyqwerty asdfghjkl asdfasdf zxcvbnm qazwsx
qazwsxedc abcdef abcdefg abcdefgh abcdefghijkl iloveyou teamo teamomucho teamoteamo tequiero tequieromucho miamor amor amorcito
amoreterno mivida corazon princesa estrella mariposa tesoro sunshine princess football futbol baseball basketball dragon
monkey superman batman pokemon starwars barcelona realmadrid millonarios nacional atletico atleticonacional americadecali
junior seleccion seleccioncolombia colombia micolombia colombiacolombia bogota medellin cali barranquilla cartagena
alcaldia gobernacion ministerio gobierno municipio funcionario funcionaria servidorpublico comunicaciones comunicacion prensa
secretaria informatica sistemas oficina trabajo computador computadora internet google facebook instagram whatsapp windows
microsoft pregon pregonpregon jesus jesucristo dios diosesamor dioseamor diosteama mama mimama papa mifamilia familia
hijos mishijos enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles
jueves viernes sabado domingo verano invierno primavera navidad feliznavidad felicidad hola holahola holamundo
correcthorsebatterystaple trustnoone master shadow michael jennifer carlos andres alejandro alejandra maria daniel daniela
santiago sebastian valentina mariana camila natalia carolina fernando francisco manchester liverpool chocolate
`
    .split(/\s+/)
    .filter(Boolean),
);
